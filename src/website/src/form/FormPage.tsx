import { useState } from 'preact/hooks';
import { Page } from '../app/Page';
import { canGoBack, navigate, usePlace } from '../app/router';
import { ApiError, post } from '../api/client';
import type { FieldError, FormDefinition, ServiceDetail, SubmitReceipt } from '../api/types';
import { useData } from '../api/useData';
import { NotFound } from '../pages/NotFound';
import { t } from '../texts/i18n';
import { Failed, Loading } from '../ui/states';
import { CheckStep } from './CheckStep';
import { ConsentStep } from './ConsentStep';
import { DeclarationStep } from './DeclarationStep';
import { Done, Kept } from './Done';
import { DocumentStep } from './DocumentStep';
import { QuestionStep } from './QuestionStep';
import { randomKey, useDraft } from './draft';
import type { Draft } from './draft';
import { isAnswered, stepOfError, stepsOf } from './steps';
import type { Step } from './steps';
import { attached, submission } from './values';

export type Definition = FormDefinition & Partial<ServiceDetail>;

/** What the page of a step gets. */
export interface StepProps<T extends Step['type']> {
  step: Extract<Step, { type: T }>;
  frame: { caption: string; at: number; total: number; onBack: () => void };
  definition: Definition;
  form: FormState;
}
export type FormState = ReturnType<typeof useForm>;

/** The form of a service or of a kind of request, one question a page. `source` is its endpoint. */
export function FormPage({ source }: { source: string }) {
  const { data, error, retry } = useData<Definition>(source);
  if (error?.status === 404) return <NotFound />;
  if (error)
    return (
      <Page title={t('fail.title')}>
        <Failed error={error} retry={retry} />
      </Page>
    );
  return data ? <Form source={source} definition={data} reread={retry} /> : <Loading />;
}

/** A consent or a signature that was refused is given anew; a spent key is not used again. */
function afterRefusal(draft: Draft, errors: FieldError[]): Draft {
  const about = (root: string) => errors.some(({ path }) => path.split('.')[0] === root);
  const { values } = draft;
  return {
    ...draft,
    errors,
    key: about('Idempotency-Key') ? randomKey() : draft.key,
    values: {
      ...values,
      consent: about('consent') ? '' : (values.consent ?? ''),
      signed: about('declaration') ? '' : (values.signed ?? ''),
    },
  };
}

function useForm(source: string, definition: Definition, reread: () => void) {
  const { path, query } = usePlace();
  const { draft, change, clear } = useDraft(source);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<ApiError>();
  const steps = stepsOf(definition, draft.values, t);
  const sent = () => attached(definition.requiredDocuments, draft.uploads).map(({ key }) => key);
  const changing = query.get('back') === 'check';
  const addressOf = (step: Step, back = false) =>
    `${path}?step=${encodeURIComponent(step.id)}${back ? '&back=check' : ''}`;

  /** An answer changed: its signature no longer covers it, and the server's word on it is spent. */
  function set(step: Step, edit: Partial<Pick<typeof draft, 'values' | 'uploads'>>) {
    change((old) => ({
      ...old,
      values: {
        ...old.values,
        signed: step.type === 'declaration' ? (old.values.signed ?? '') : '',
        ...edit.values,
      },
      uploads: edit.uploads ?? old.uploads,
      errors: old.errors.filter(({ path: at }) => stepOfError(at, steps, sent()) !== step),
    }));
  }

  function onward(from: Step) {
    const missing = steps.find((step) => !isAnswered(step, draft.values, draft.uploads));
    const check = steps.find((step) => step.type === 'check');
    const next = changing ? (missing ?? check) : steps[steps.indexOf(from) + 1];
    if (next) navigate(addressOf(next, changing && next === missing));
  }

  async function submit() {
    setSending(true);
    setFailure(undefined);
    try {
      const receipt = await post<SubmitReceipt>(
        '/requests',
        submission(definition, draft.values, draft.uploads),
        { 'Idempotency-Key': draft.key },
      );
      change((old) => ({ ...old, values: {}, uploads: {}, errors: [], receipt }));
      navigate(`${path}?step=done`, 'replace');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      change((old) => afterRefusal(old, error.errors));
      // The texts may have changed since they were read; what is agreed to must be what stands.
      if (error.errors.length > 0) reread();
      const check = steps.find((step) => step.type === 'check');
      if (error.errors.length > 0 && check) navigate(addressOf(check));
      else setFailure(error);
    } finally {
      setSending(false);
    }
  }

  return {
    source,
    steps,
    draft,
    set,
    clear,
    onward,
    submit,
    sending,
    failure,
    addressOf,
    problems: draft.errors.map(({ path: at, message }) => ({
      message,
      step: stepOfError(at, steps, sent()),
    })),
  };
}

interface FormProps {
  source: string;
  definition: Definition;
  reread: () => void;
}

function Form({ source, definition, reread }: FormProps) {
  const { path, query } = usePlace();
  const form = useForm(source, definition, reread);
  const [kept, setKept] = useState(false);
  const { steps, draft } = form;
  const { kind } = definition;
  if (kept) return <Kept kind={kind} />;
  if (draft.receipt) {
    const forgetNumbers = () => {
      setKept(true);
      form.clear();
    };
    return <Done receipt={draft.receipt} kind={kind} onKept={forgetNumbers} />;
  }

  const asked = query.get('step');
  const step = steps.find(({ id }) => id === asked) ?? steps[0];
  if (!step) return <NotFound />;
  const at = steps.indexOf(step);

  function back() {
    const before = steps[at - 1];
    if (canGoBack()) history.back();
    else if (before) navigate(form.addressOf(before), 'replace');
    else navigate(definition.slug ? path.replace('/apply/', '/services/') : '/');
  }

  const caption = definition.name ?? t(`form.title.${kind as 'assistance'}`);
  const frame = { caption, at: at + 1, total: steps.length, onBack: back };
  const props = { frame, definition, form, key: step.id };
  if (step.type === 'question') return <QuestionStep {...props} step={step} />;
  if (step.type === 'document') return <DocumentStep {...props} step={step} />;
  if (step.type === 'consent') return <ConsentStep {...props} step={step} />;
  if (step.type === 'check') return <CheckStep {...props} step={step} />;
  return <DeclarationStep {...props} step={step} />;
}
