import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { PersonRef, SearchResult } from '../../../contracts/registry';
import { useCommand } from '../app/api';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { LineField } from '../ui/Fields';
import { RowList } from '../ui/RowList';
import { PersonLines } from './PersonLines';

interface Props {
  label: string;
  /** the file itself is not offered */
  except: string;
  chosen: PersonRef | null;
  choose: (person: PersonRef | null) => void;
  required?: boolean;
  error?: string;
}

/** Finds a person with a file and takes one. What is looked for goes in the body, not in an address. */
export function PersonPicker({ label, except, chosen, choose, required, error }: Props) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const [q, setQ] = useState('');
  const [found, setFound] = useState<SearchResult['people'] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  const look = async () => {
    if (!q.trim()) return;
    const outcome = await send<SearchResult>('/beneficiaries/search', { q, limit: 8 });
    if (outcome === null) return;
    setTrouble(outcome.ok ? null : outcome.problem.message);
    if (outcome.ok) setFound(outcome.data.people.filter(({ id }) => id !== except));
  };

  if (chosen)
    return (
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <div>
          <Typography tag="p" variant="pi" fontWeight="bold">
            {label}
          </Typography>
          <Typography tag="p">
            <Bdi>{chosen.name}</Bdi> (<Bdi dir="ltr">{chosen.fileNumber}</Bdi>)
          </Typography>
        </div>
        <Button type="button" size="S" variant="tertiary" onClick={() => choose(null)}>
          {t('picker.another')}
        </Button>
      </Flex>
    );
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={3}
      // Enter looks for the person; it does not send the form about it.
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        void look();
      }}
    >
      <Flex gap={2} alignItems="end" wrap="wrap">
        <Box flex="1 1 20rem">
          <LineField
            name="person"
            label={label}
            required={required}
            hint={t('picker.hint')}
            autoComplete="off"
            maxLength={120}
            value={q}
            change={setQ}
            error={error}
          />
        </Box>
        <Button type="button" variant="secondary" loading={busy} onClick={() => void look()}>
          {t('inbox.search-button')}
        </Button>
      </Flex>
      <div role="status">
        {trouble && <Typography textColor="danger700">{trouble}</Typography>}
        {found?.length === 0 && <Typography>{t('picker.nobody')}</Typography>}
      </div>
      {found && found.length > 0 && (
        <RowList items={found} idOf={({ id }) => id}>
          {(person) => (
            <>
              <div>
                <Typography tag="p" fontWeight="bold">
                  <Bdi>{person.name}</Bdi>
                </Typography>
                <PersonLines person={person} />
              </div>
              <Button
                type="button"
                size="S"
                variant="secondary"
                aria-label={t('picker.choose-one', { name: person.name })}
                onClick={() =>
                  choose({ id: person.id, name: person.name, fileNumber: person.fileNumber })
                }
              >
                {t('common.choose')}
              </Button>
            </>
          )}
        </RowList>
      )}
    </Flex>
  );
}
