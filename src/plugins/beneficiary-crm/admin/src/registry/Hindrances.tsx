import { Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import type { PersonRef, PersonSummary } from '../../../contracts/registry';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { Tag } from '../ui/Tag';
import { fileTone } from '../ui/tones';
import { PersonLines } from './PersonLines';
import type { Hindrance } from './hindrance';

interface CardProps {
  person: PersonSummary;
  reasons?: string;
  take?: Take;
  children?: ReactNode;
}

/** What is done with the file that is there already, where it is not to be opened. */
export interface Take {
  label: string;
  run: (person: PersonRef) => void;
}

/** A file that is there already, with the way to it. */
export function PersonCard({ person, reasons, take, children }: CardProps) {
  const { t, word } = useWords();
  return (
    <Box padding={4} hasRadius borderColor="neutral200" borderStyle="solid" borderWidth="1px">
      <Flex direction="column" alignItems="start" gap={2}>
        <Flex gap={2} wrap="wrap">
          <Typography tag="h3" fontWeight="bold">
            <Bdi>{person.name}</Bdi>
          </Typography>
          <Tag tone={fileTone(person.status)}>{word('file_status', person.status)}</Tag>
        </Flex>
        <PersonLines person={person} />
        {reasons && <Typography textColor="warning700">{reasons}</Typography>}
        <Flex gap={2} wrap="wrap" paddingTop={2}>
          {take ? (
            <Button type="button" size="S" variant="secondary" onClick={() => take.run(person)}>
              {take.label}
            </Button>
          ) : (
            <LinkButton tag={NavLink} to={paths.person(person.id)} size="S" variant="secondary">
              {t('person.this-one')}
            </LinkButton>
          )}
          {children}
        </Flex>
      </Flex>
    </Box>
  );
}

interface Props {
  hindrance: Hindrance;
  different: string[];
  decide: (different: string[]) => void;
  busy: boolean;
  goOn: () => void;
  take?: Take;
}

/** No duplicate: what stands in the way of a new file, and the ways on. Takes the focus when it comes. */
export function Hindrances({ hindrance, different, decide, busy, goOn, take }: Props) {
  const { t, word } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView({ block: 'start' });
  }, [hindrance]);

  if (hindrance.kind === 'trouble')
    return (
      <div ref={place} tabIndex={-1}>
        <Box background="danger100" hasRadius padding={4} role="alert">
          <Typography tag="p" textColor="danger700">
            {hindrance.message}
          </Typography>
        </Box>
      </div>
    );

  const matches = hindrance.kind === 'resembles' ? hindrance.matches : [];
  const open = matches.filter(({ file }) => !different.includes(file.id));
  return (
    <div ref={place} tabIndex={-1} role="alert">
      <Panel title={t(`person.${hindrance.kind}`)}>
        <Stack>
          <Typography tag="p">{hindrance.message}</Typography>
          {hindrance.kind === 'exists' && hindrance.file && (
            <PersonCard person={hindrance.file} take={take} />
          )}
          {matches.map(({ file, reasons }) => (
            <PersonCard
              key={file.id}
              person={file}
              take={take}
              reasons={reasons
                .map((reason) => word('match_reason', reason))
                .join(t('common.comma'))}
            >
              <Button
                type="button"
                size="S"
                variant={different.includes(file.id) ? 'success-light' : 'tertiary'}
                aria-pressed={different.includes(file.id)}
                onClick={() =>
                  decide(
                    different.includes(file.id)
                      ? different.filter((id) => id !== file.id)
                      : [...different, file.id],
                  )
                }
              >
                {t('person.someone-else')}
              </Button>
            </PersonCard>
          ))}
          {matches.length > 0 && (
            <Flex gap={3} wrap="wrap">
              <Button type="button" disabled={open.length > 0} loading={busy} onClick={goOn}>
                {t('person.go-on')}
              </Button>
              {open.length > 0 && (
                <Typography textColor="neutral600">{t('person.look-first')}</Typography>
              )}
            </Flex>
          )}
        </Stack>
      </Panel>
    </div>
  );
}
