import { EvidenceSection } from '../evidence/evidence-section';
import { ExtrasSection } from '../extras/extras-section';
import { MembersSection } from '../members/members-section';
import { PersonsSection } from '../persons/persons-section';
import { KindFieldsSection } from '../safeguard/kind-fields-section';
import { KindSection } from '../safeguard/kind-section';
import { Columns } from './frame';
import { Steps, type Step } from './steps';

interface SectionsProps {
  readonly step: Step;
  readonly onStep: (step: Step) => void;
}

/** All sections of the form; a phone shows those of the current step. */
export function Sections({ step, onStep }: SectionsProps) {
  return (
    <>
      <Steps step={step} onStep={onStep} />
      <Columns data-step={step}>
        <div className="form">
          <MembersSection />
          <ExtrasSection />
          <PersonsSection />
          <KindSection />
          <KindFieldsSection />
        </div>
        <div className="rail">
          <EvidenceSection />
        </div>
      </Columns>
    </>
  );
}
