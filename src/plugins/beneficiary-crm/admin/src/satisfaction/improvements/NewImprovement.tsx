import { useNavigate } from 'react-router-dom';
import type { ImprovementList } from '../../../../contracts/improvements';
import { paths } from '../../app/paths';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { DayField } from '../../ui/DayField';
import { LineField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { useSend } from '../useSend';
import { asShare, percentOf } from './percent';

interface Props {
  choices: NonNullable<ImprovementList['choices']>;
  /** what it is about, from where it was opened */
  about: { comment: string | null; question: string | null; service: string | null };
  close: () => void;
  reload: () => void;
}

/** Opens an action: who does what until when, and what it shall bring. */
export function NewImprovement({ choices, about, close, reload }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { draft, change, clear } = useDraft(`improvement.new.${about.comment ?? ''}`, {
    title: '',
    owner: '',
    dueOn: '',
    question: about.question ?? '',
    service: about.service ?? '',
    target: percentOf(choices.target),
  });
  const { take, errors, trouble, busy } = useSend(reload);
  const submit = async () => {
    const target = asShare(draft.target);
    const opened = await take<{ id: string }>({
      path: '/improvements',
      body: {
        title: draft.title,
        owner: Number(draft.owner),
        dueOn: draft.dueOn,
        ...(draft.question
          ? { theme: { question: draft.question, service: draft.service || null }, target }
          : {}),
        ...(about.comment ? { comment: about.comment } : {}),
      },
      mistakes: {
        title: draft.title.trim().length < 5 && 'improvements.error.title',
        owner: draft.owner === '' && 'form.error.required',
        dueOn: draft.dueOn === '' && 'form.error.required',
        target: draft.question !== '' && target === null && 'improvements.error.target',
      },
      done: t('improvements.opened'),
    });
    if (!opened) return;
    clear();
    void navigate(paths.improvement(opened.id), { replace: true });
  };
  return (
    <FormDialog
      title={t('improvements.new')}
      explained={t(about.comment ? 'improvements.new-of-comment' : 'improvements.new-explained')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('improvements.open')}
      busy={busy}
      close={close}
    >
      <LineField
        name="title"
        label={t('improvements.field.title')}
        required
        maxLength={200}
        value={draft.title}
        change={(title) => change({ title })}
        error={errors.title}
      />
      <Choice
        name="owner"
        label={t('improvements.field.owner')}
        required
        value={draft.owner}
        options={choices.staff.map(({ id, name }) => ({ value: String(id), label: name }))}
        change={(owner) => change({ owner })}
        error={errors.owner}
      />
      <DayField
        name="dueOn"
        label={t('improvements.field.due')}
        required
        value={draft.dueOn}
        change={(dueOn) => change({ dueOn })}
        error={errors.dueOn}
      />
      <Choice
        name="question"
        label={t('improvements.field.question')}
        empty={t('improvements.no-question')}
        value={draft.question}
        options={choices.questions.map(({ key, label }) => ({ value: key, label }))}
        change={(question) => change({ question })}
        error={errors['theme.question']}
      />
      {draft.question !== '' && (
        <>
          <Choice
            name="service"
            label={t('improvements.field.service')}
            empty={t('improvements.all-services')}
            value={draft.service}
            options={choices.services.map(({ slug, name }) => ({ value: slug, label: name }))}
            change={(service) => change({ service })}
            error={errors['theme.service']}
          />
          <LineField
            name="target"
            label={t('improvements.field.target')}
            required
            dir="ltr"
            inputMode="numeric"
            value={draft.target}
            change={(target) => change({ target })}
            error={errors.target}
          />
        </>
      )}
    </FormDialog>
  );
}
