import { Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import type { FormEvent } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { VisitDetail } from '../../../contracts/reception';
import { useCrm } from '../app/api';
import { paths } from '../app/paths';
import { usePermission } from '../app/usePermission';
import { useWords } from '../app/words';
import { Choice } from '../ui/Choice';
import { FieldGrid } from '../ui/FieldGrid';
import { PageFrame } from '../ui/PageFrame';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { Show } from '../ui/States';
import { Hindrances } from './Hindrances';
import { IdentityFields } from './person/IdentityFields';
import { PersonFields } from './person/PersonFields';
import { useOpenFile } from './useOpenFile';
import { useRegistryChoices } from './useRegistryChoices';

/** How a person's data comes to an officer's desk. */
const desks = ['desk', 'phone', 'letter'] as const;

/** A new file; opened from a visit at the desk, it begins with what the visitor said there. */
export function NewFilePage() {
  const { t } = useWords();
  const [search] = useSearchParams();
  const visit = search.get('visit');
  return (
    <PageFrame
      title={t('registry.new')}
      subtitle={t('person.new-explained')}
      back={
        visit
          ? { to: paths.visit(visit), label: t('reception.back') }
          : { to: paths.registry, label: t('registry.back') }
      }
    >
      {visit ? <FromVisit key={visit} id={visit} /> : <NewFile visit={null} />}
    </PageFrame>
  );
}

function FromVisit({ id }: { id: string }) {
  const visit = useCrm<VisitDetail>(`/visits/${encodeURIComponent(id)}`);
  return <Show from={visit}>{(loaded) => <NewFile visit={loaded} />}</Show>;
}

/** What is typed survives a refresh and a lost connection, and one file comes of it. */
function NewFile({ visit }: { visit: VisitDetail | null }) {
  const { t, word } = useWords();
  const officer = usePermission('requests.all-branches');
  const choices = useRegistryChoices();
  const { draft, change, errors, hindrance, busy, open } = useOpenFile(
    officer ? 'desk' : 'delegate',
    visit,
  );
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void open();
  };

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        {hindrance && (
          <Hindrances
            hindrance={hindrance}
            different={draft.differentFrom}
            decide={(differentFrom) => change({ differentFrom })}
            busy={busy}
            goOn={() => void open()}
          />
        )}
        <PersonFields draft={draft} change={change} errors={errors} choices={choices}>
          <Panel title={t('applicant.identity')}>
            <Stack>
              <Typography tag="p" textColor="neutral600">
                {t('person.identity-hint')}
              </Typography>
              <IdentityFields
                identity={draft.identity}
                change={(identity) => change({ identity })}
                errors={errors}
              />
            </Stack>
          </Panel>
        </PersonFields>
        {officer && (
          <Panel title={t('person.path')}>
            <FieldGrid>
              <Choice
                name="path"
                label={t('person.path-label')}
                value={draft.path || 'desk'}
                options={desks.map((value) => ({ value, label: word('entry', value) }))}
                change={(chosen) => change({ path: desks.find((desk) => desk === chosen) ?? '' })}
              />
            </FieldGrid>
          </Panel>
        )}
        <Flex>
          <Button type="submit" size="L" loading={busy}>
            {t('person.open-file')}
          </Button>
        </Flex>
      </Stack>
    </form>
  );
}
