import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { ImportDetail } from '../../../contracts/transfer';
import { importFields } from '../../../contracts/vocabulary';
import type { ImportField } from '../../../contracts/vocabulary';
import { useCommand } from '../app/api';
import { useDraft } from '../app/useDraft';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Choice } from '../ui/Choice';
import { FieldGrid } from '../ui/FieldGrid';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';

interface Draft {
  /** the field of each column, '' for one that is left out; null until the officer changes something */
  columns: (ImportField | '')[] | null;
  fillBlanks: boolean;
}

interface Props {
  one: ImportDetail;
  reload: () => void;
}

/** What each column of the file says; the server's guess, or what was chosen the last time, to be put right. */
export function ColumnsForm({ one, reload }: Props) {
  const { t, word } = useWords();
  const { send, busy } = useCommand();
  const [trouble, setTrouble] = useState<string | null>(null);
  const { draft, change, clear } = useDraft<Draft>(`import.${one.id}`, {
    columns: null,
    fillBlanks: one.fillBlanks,
  });
  const chosen = draft.columns ?? one.columns.map(({ field }) => field ?? '');
  const options = importFields.map((value) => ({ value, label: word('import_field', value) }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTrouble(null);
    const outcome = await send(`/registry/imports/${one.id}/check`, {
      columns: chosen.map((field) => field || null),
      fillBlanks: draft.fillBlanks,
    });
    if (!outcome) return;
    if (outcome.ok) {
      clear();
      reload();
    } else setTrouble(outcome.problem.message);
  };

  return (
    <form onSubmit={submit} noValidate>
      <Panel title={t('import.columns')}>
        <Stack>
          <Typography tag="p">
            {t(one.remembered ? 'import.columns-remembered' : 'import.columns-hint')}
          </Typography>
          <FieldGrid>
            {one.columns.map(({ header, samples }, at) => (
              <Flex key={at} direction="column" alignItems="stretch" gap={1}>
                <Choice
                  name={`column-${at}`}
                  label={header || t('import.column-unnamed', { n: at + 1 })}
                  empty={t('import.left-out')}
                  value={chosen[at] ?? ''}
                  options={options.filter(
                    ({ value }) => chosen[at] === value || !chosen.includes(value),
                  )}
                  change={(field) =>
                    change({
                      columns: chosen.map((before, place) =>
                        place === at ? (field as ImportField | '') : before,
                      ),
                    })
                  }
                />
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {samples.map((sample, place) => (
                    <span key={place}>
                      {place > 0 && ' · '}
                      <Bdi>{sample}</Bdi>
                    </span>
                  ))}
                </Typography>
              </Flex>
            ))}
          </FieldGrid>
          <Checkbox
            checked={draft.fillBlanks}
            onCheckedChange={(on) => change({ fillBlanks: on === true })}
          >
            {t('import.fill-blanks')}
          </Checkbox>
          {trouble && (
            <Typography tag="p" textColor="danger600" role="alert">
              {trouble}
            </Typography>
          )}
          <Flex>
            <Button
              type="submit"
              loading={busy}
              variant={one.state === 'mapping' ? 'default' : 'secondary'}
            >
              {t(one.state === 'mapping' ? 'import.check' : 'import.check-again')}
            </Button>
          </Flex>
        </Stack>
      </Panel>
    </form>
  );
}
