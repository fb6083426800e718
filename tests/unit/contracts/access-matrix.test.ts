import { readFileSync } from 'node:fs';
import path from 'node:path';
import { accessMatrixDocument, DOORS, matrixCell, type MatrixRole } from '@anju/domain/contracts';

const ROOT = path.join(__dirname, '..', '..', '..');
const { roles } = JSON.parse(readFileSync(path.join(ROOT, 'config', 'roles.json'), 'utf8')) as {
  readonly roles: readonly MatrixRole[];
};

function cell(role: string, id: string) {
  const door = DOORS.find((one) => one.id === id);
  const found = roles.find(({ key }) => key === role);
  if (!door || !found) throw new Error(`There is no ${role} or ${id}`);
  return matrixCell(door, found);
}

describe('the access matrix', () => {
  it('in docs is the one of the contracts and roles; npm run access-matrix writes it', () => {
    expect(readFileSync(path.join(ROOT, 'docs', 'access-matrix.md'), 'utf8')).toBe(accessMatrixDocument(DOORS, roles));
  });

  it('opens a door by duty and by level', () => {
    expect(cell('townshipClerk', 'registry.household.find')).toBe('yes');
    expect(cell('auditor', 'registry.household.find')).toBe('no');
    expect(cell('provinceSupervisor', 'access.user.proposals')).toBe('no');
    expect(cell('countySupervisor', 'access.user.proposals')).toBe('yes');
  });

  it('keeps the three administrators and the configurator away from every door to the register', () => {
    const register = DOORS.filter(({ scope, access }) => scope === 'region' && access !== 'signedIn');
    for (const key of ['systemAdministrator', 'securityAdministrator', 'auditor', 'configurator']) {
      const role = roles.find((one) => one.key === key);
      expect(register.filter((door) => role && matrixCell(door, role) !== 'no').map(({ id }) => id)).toEqual([]);
    }
  });
});
