import { Flex, Typography } from '@strapi/design-system';
import type { FileList } from '../../../contracts/registry';
import { paths } from '../app/paths';
import { rowId, useLeaving } from '../app/returning';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { CardLink, CardList } from '../ui/CardList';
import { Tag } from '../ui/Tag';
import { fileTone, identityTone } from '../ui/tones';
import { PersonLines } from './PersonLines';

/** The files on a phone. */
export function FilesCards({ rows }: { rows: FileList['rows'] }) {
  const { t, word } = useWords();
  const state = useLeaving();
  return (
    <CardList aria-label={t('registry.title')}>
      {rows.map((row) => (
        <li key={row.id}>
          <CardLink id={rowId(row.id)} to={paths.person(row.id)} state={state}>
            <Typography fontWeight="bold" variant="delta">
              <Bdi>{row.name}</Bdi>
            </Typography>
            <Flex gap={2} wrap="wrap">
              <Tag tone={fileTone(row.status)}>{word('file_status', row.status)}</Tag>
              {row.identityState && (
                <Tag tone={identityTone(row.identityState)}>
                  {word('identity-state', row.identityState)}
                </Tag>
              )}
            </Flex>
            {row.categories.length > 0 && (
              <Typography>
                {row.categories.map(({ name }) => name).join(t('common.comma'))}
              </Typography>
            )}
            <PersonLines person={row} />
          </CardLink>
        </li>
      ))}
    </CardList>
  );
}
