import { Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { NavLink, useSearchParams } from 'react-router-dom';
import { matchKinds } from '../../../../contracts/duplicates';
import type { MatchListed, MatchList } from '../../../../contracts/duplicates';
import { useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { PageFrame } from '../../ui/PageFrame';
import { Pager } from '../../ui/Pager';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { RowList } from '../../ui/RowList';
import { Empty, Show } from '../../ui/States';
import { Tag } from '../../ui/Tag';
import { Dotted, PersonLines } from '../PersonLines';
import { Reasons } from './Reasons';

/** Pairs that wait for a person: two files, or a request and a file. */
export function MatchesPage() {
  const { t } = useWords();
  const { number } = useFormats();
  const [search, setSearch] = useSearchParams();
  const kind = matchKinds.find((known) => known === search.get('kind')) ?? 'files';
  const page = Math.max(1, Math.floor(Number(search.get('page'))) || 1);
  const matches = useCrm<MatchList>('/matches', { kind, page });
  return (
    <PageFrame
      title={t('matches.title')}
      subtitle={t('matches.subtitle')}
      back={{ to: paths.registry, label: t('registry.back') }}
    >
      <Show from={matches}>
        {({ rows, counts, total, pageSize }) => (
          <Stack>
            <Flex gap={2} wrap="wrap" role="group" aria-label={t('matches.kinds')}>
              {matchKinds.map((one) => (
                <Button
                  key={one}
                  variant={one === kind ? 'secondary' : 'tertiary'}
                  aria-pressed={one === kind}
                  onClick={() => setSearch({ kind: one })}
                >
                  {t('inbox.view-count', { view: t(`matches.of.${one}`), n: number(counts[one]) })}
                </Button>
              ))}
            </Flex>
            {rows.length === 0 ? (
              <Empty>{t(`matches.empty.${kind}`)}</Empty>
            ) : (
              <Panel title={t(`matches.of.${kind}`)}>
                <RowList items={rows} idOf={({ id }) => id} step={pageSize}>
                  {(row) => <Row row={row} />}
                </RowList>
              </Panel>
            )}
            <Pager
              page={page}
              pageSize={pageSize}
              total={total}
              go={(next) => setSearch({ kind, page: String(next) })}
            />
          </Stack>
        )}
      </Show>
    </PageFrame>
  );
}

function Row({ row }: { row: MatchListed }) {
  const { t } = useWords();
  const { day } = useFormats();
  const [first, second] = row.kind === 'files' ? row.files : [row.request, row.file];
  return (
    <>
      <Flex direction="column" alignItems="start" gap={2}>
        <Flex gap={2} wrap="wrap">
          <Reasons reasons={row.reasons} />
          {row.state === 'unsure' && <Tag tone="warning">{t('matches.unsure')}</Tag>}
        </Flex>
        {row.kind === 'files' ? (
          <Person name={row.files[0].name} lines={<PersonLines person={row.files[0]} />} />
        ) : (
          <Person
            name={row.request.name}
            lines={
              <Typography tag="p" variant="pi" textColor="neutral600">
                <Dotted
                  of={[
                    t('matches.request'),
                    <Bdi dir="ltr">{row.request.reference}</Bdi>,
                    row.request.city && <Bdi>{row.request.city}</Bdi>,
                    <Bdi dir="ltr">{row.request.phoneMasked}</Bdi>,
                  ]}
                />
              </Typography>
            }
          />
        )}
        <Person
          name={(row.kind === 'files' ? row.files[1] : row.file).name}
          lines={<PersonLines person={row.kind === 'files' ? row.files[1] : row.file} />}
        />
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('matches.found-on')} <Bdi>{day(row.foundAt)}</Bdi>
        </Typography>
      </Flex>
      <LinkButton
        tag={NavLink}
        to={paths.match(row.id)}
        variant="secondary"
        aria-label={t('matches.compare-these', { first: first.name, second: second.name })}
      >
        {t('matches.compare')}
      </LinkButton>
    </>
  );
}

const Person = ({ name, lines }: { name: string; lines: ReactNode }) => (
  <div>
    <Typography tag="p" fontWeight="bold">
      <Bdi>{name}</Bdi>
    </Typography>
    {lines}
  </div>
);
