import { USER_STATUSES } from '@anju/domain';
import { useSearchParams } from 'react-router-dom';
import type { UserQuestion } from './use-users';

/** The conditions and the page of the ledger, kept in its address. */
export function useQuestion() {
  const [search, setSearch] = useSearchParams();
  const question: UserQuestion = {
    name: search.get('name') ?? '',
    role: search.get('role') ?? '',
    status: USER_STATUSES.find((status) => status === search.get('status')) ?? '',
    regionCode: search.get('region') ?? '',
    page: Math.max(1, Math.trunc(Number(search.get('page')) || 1)),
  };
  const ask = ({ name, role, status, regionCode, page }: UserQuestion) => {
    const next = { name, role, status, region: regionCode, page: page > 1 ? String(page) : '' };
    setSearch(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')));
  };
  return { question, ask };
}
