import { LinkButton } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { MatchList } from '../../../contracts/duplicates';
import { useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { useWords } from '../app/words';

/** The way to the likely duplicates, with how many of them wait for a person. */
export function WaitingMatches() {
  const { t } = useWords();
  const { number } = useFormats();
  const { data } = useCrm<MatchList>('/matches', { pageSize: 1 });
  const n = data ? data.counts.files + data.counts.request : 0;
  const view = t('matches.title');
  return (
    <LinkButton tag={NavLink} to={paths.matches} variant="tertiary">
      {n > 0 ? t('inbox.view-count', { view, n: number(n) }) : view}
    </LinkButton>
  );
}
