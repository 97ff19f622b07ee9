import type { FormDefinition, ServiceDetail } from '../../../../contracts/website';
import { AnswersStep } from './AnswersStep';
import { CheckStep } from './CheckStep';
import { DeclarationStep } from './DeclarationStep';
import { DocumentsStep } from './DocumentsStep';
import { bodyOf } from './draft';
import type { Step } from './draft';
import { pathHere, problemsOf, stepOf, stepsOf } from './problems';
import { SendingNotice } from './SendingNotice';
import type { StepProps } from './step';
import { StepFrame } from './StepFrame';
import type { Errors } from './useErrors';
import { useSending } from './useSending';

interface Props extends Pick<StepProps, 'draft' | 'change'> {
  definition: FormDefinition & Partial<ServiceDetail>;
  /** the form was changed meanwhile */
  reload: () => void;
  person: string | null;
  visit: string | null;
  errors: Errors;
}

/** The steps of a form that is known, up to its sending. */
export function Steps(props: Props) {
  const { definition, draft, change, reload, person, visit, errors } = props;
  // What the server found wrong is shown where it can be mended.
  const sending = useSending(draft, change, ({ fields }, body) => {
    const found = Object.entries(fields).map(([path, message]): [string, string] => [
      pathHere(path, body.request.documents),
      message,
    ]);
    const first = found[0];
    if (!first) return;
    errors.say(Object.fromEntries(found));
    if (found.some(([path]) => path.endsWith('version'))) reload();
    change({ step: stepOf(first[0]) });
  });
  const steps = stepsOf(definition);
  const at = Math.max(0, steps.indexOf(draft.step));
  const go = (step: Step) => change({ step });
  const problems = problemsOf(definition, draft, draft.step);
  const errorAt = errors.at(problems);
  const locked = draft.pending !== null;

  const send = () => {
    for (const step of steps) {
      if (!errors.found(problemsOf(definition, draft, step))) continue;
      go(step);
      return false;
    }
    sending.forget();
    const body = bodyOf(definition, draft, { beneficiary: person, visit });
    change({ pending: { body, tried: false } });
    return true;
  };
  const next = () => {
    if (draft.step === 'check') return send();
    const following = steps[at + 1];
    if (errors.found(problems) || !following) return false;
    go(following);
    return true;
  };

  const previous = steps[at - 1];
  return (
    <StepFrame
      step={draft.step}
      place={{ at: at + 1, of: steps.length }}
      next={next}
      back={previous && (() => go(previous))}
      busy={locked && !sending.waiting}
      locked={locked}
      notice={
        <SendingNotice
          {...sending}
          pending={draft.pending}
          cancel={() => change({ pending: null })}
        />
      }
    >
      {draft.step === 'answers' && <AnswersStep {...{ definition, draft, change, errorAt }} />}
      {draft.step === 'documents' && <DocumentsStep {...{ definition, draft, change, errorAt }} />}
      {draft.step === 'declaration' && (
        <DeclarationStep {...{ definition, draft, change, errorAt }} />
      )}
      {draft.step === 'check' && (
        <CheckStep {...{ definition, draft, go, locked, title: definition.name ?? null }} />
      )}
    </StepFrame>
  );
}
