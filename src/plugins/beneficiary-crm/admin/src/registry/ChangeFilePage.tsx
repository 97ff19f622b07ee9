import { useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { NavLink, useNavigate, useParams } from 'react-router-dom';
import type { PersonFile } from '../../../contracts/registry';
import { useCommand, useCrm } from '../app/api';
import { paths } from '../app/paths';
import { useDraft } from '../app/useDraft';
import { useWords } from '../app/words';
import { PageFrame } from '../ui/PageFrame';
import { Stack } from '../ui/Prose';
import { Show } from '../ui/States';
import { draftOf, personBody, personMistakes } from './person/draft';
import type { PersonDraft } from './person/draft';
import { PersonFields } from './person/PersonFields';
import { useRegistryChoices } from './useRegistryChoices';

/** The whole of what the file says of the person, to be changed. */
export function ChangeFilePage() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const file = useCrm<PersonFile>(`/beneficiaries/${encodeURIComponent(id)}`);
  return (
    <PageFrame
      title={t('file.change')}
      subtitle={file.data?.name}
      back={{ to: paths.person(id), label: t('file.back') }}
    >
      <Show from={file} lines={12}>
        {(loaded) => <ChangeForm key={loaded.id} file={loaded} reload={file.reload} />}
      </Show>
    </PageFrame>
  );
}

interface Props {
  file: PersonFile;
  reload: () => void;
}

function ChangeForm({ file, reload }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const choices = useRegistryChoices();
  // Only what was typed is kept: when somebody else changed the file meanwhile, theirs is not undone by ours.
  const { draft: typed, change, clear } = useDraft<Partial<PersonDraft>>(`file.${file.id}`, {});
  const draft = { ...draftOf(file), ...typed };
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (Object.keys(errors).length > 0) wrong?.focus();
  }, [errors]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = Object.entries(personMistakes(draft));
    setErrors(Object.fromEntries(found.map(([name, message]) => [name, t(message)])));
    setTrouble(null);
    if (found.length > 0) return;
    const outcome = await send(`/beneficiaries/${file.id}`, {
      expectedVersion: file.version,
      ...personBody(draft),
    });
    if (outcome === null) return;
    if (outcome.ok) {
      clear();
      toggleNotification({ type: 'success', message: t('step.done') });
      navigate(paths.person(file.id), { replace: true });
      return;
    }
    const conflict = outcome.problem.code === 'error.version_conflict';
    setErrors(outcome.problem.fields);
    setTrouble(conflict ? t('step.conflict') : outcome.problem.message);
    if (conflict) reload();
  };

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        <PersonFields draft={draft} change={change} errors={errors} choices={choices} />
        {trouble && (
          <Box background="danger100" hasRadius padding={4} role="alert">
            <Typography tag="p" textColor="danger700">
              {trouble}
            </Typography>
          </Box>
        )}
        <Flex gap={2}>
          <Button type="submit" size="L" loading={busy}>
            {t('file.save')}
          </Button>
          <LinkButton
            tag={NavLink}
            to={paths.person(file.id)}
            size="L"
            variant="tertiary"
            onClick={clear}
          >
            {t('common.cancel')}
          </LinkButton>
        </Flex>
      </Stack>
    </form>
  );
}
