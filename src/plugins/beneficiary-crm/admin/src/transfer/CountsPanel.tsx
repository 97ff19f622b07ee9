import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { ImportCounts } from '../../../contracts/transfer';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Facts } from '../ui/Facts';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';

const counted = ['opened', 'known', 'filled', 'resembling', 'refused'] as const;

interface Props {
  title: string;
  counts: ImportCounts;
  /** nothing of it has happened yet */
  future?: boolean;
}

/** How many rows went which way. */
export function CountsPanel({ title, counts, future = false }: Props) {
  const { t } = useWords();
  const { number } = useFormats();
  const shown = counted.filter((name) => !future || name !== 'filled');
  return (
    <Panel title={title}>
      <Stack>
        <Facts
          facts={shown.map((name) => ({
            key: name,
            label: t(future && name === 'opened' ? 'import.count.to-open' : `import.count.${name}`),
            value: number(counts[name]),
          }))}
        />
        {!future && counts.resembling > 0 && (
          <Link tag={NavLink} to={paths.matches}>
            {t('import.to-matches')}
          </Link>
        )}
      </Stack>
    </Panel>
  );
}
