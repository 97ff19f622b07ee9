import type { RegistryChoices } from '../../../../contracts/registry';
import { useWords } from '../../app/words';
import { AuthorityStep } from '../steps/AuthorityStep';
import { ConsentStep, WithdrawStep } from '../steps/ConsentSteps';
import { DocumentStep } from '../steps/DocumentStep';
import { HeadStep } from '../steps/HeadStep';
import { HouseholdStep, JoinStep } from '../steps/JoinStep';
import { MemberStep } from '../steps/MemberStep';
import { ReasonStep } from '../steps/ReasonStep';
import { SightingStep } from '../steps/SightingStep';
import { StatusStep } from '../steps/StatusStep';
import type { StepProps } from '../steps/useStep';
import type { Step } from './steps';

interface Props extends StepProps {
  step: Step;
  choices: RegistryChoices | null;
}

/** The form of the step that was begun. */
export function StepDialog({ step, choices, ...props }: Props) {
  const { word } = useWords();
  const { file } = props;
  const own = `/beneficiaries/${file.id}`;
  switch (step.kind) {
    case 'status':
      return <StatusStep {...props} />;
    case 'sighting':
      return <SightingStep {...props} identity={step.identity} />;
    case 'household':
      return <HouseholdStep {...props} />;
    case 'member':
      return <MemberStep {...props} />;
    case 'join':
      return <JoinStep {...props} />;
    case 'head':
      return <HeadStep {...props} />;
    case 'leave':
      return (
        <ReasonStep {...props} name="leave" path={`${own}/household/leave`} about={file.name} />
      );
    case 'authority':
      return <AuthorityStep {...props} />;
    case 'end_authority':
      return (
        <ReasonStep
          {...props}
          name="end_authority"
          path={`${own}/authorities/${step.authority.id}/end`}
          about={step.authority.holder?.name ?? step.authority.holderName}
        />
      );
    case 'document':
      return <DocumentStep {...props} />;
    case 'remove_document':
      return (
        <ReasonStep
          {...props}
          name="remove_document"
          path={`${own}/documents/${step.document.id}/remove`}
          about={step.document.title ?? word('document_kind', step.document.kind)}
        />
      );
    case 'consent':
      return <ConsentStep {...props} choices={choices} />;
    case 'withdraw':
      return <WithdrawStep {...props} consent={step.consent} />;
    case 'undo_merge':
      return (
        <ReasonStep
          {...props}
          name="undo_merge"
          path={`/merges/${step.merged.mergeId}/undo`}
          about={step.merged.fileNumber}
        />
      );
  }
}
