import { useNavigate, useSearchParams } from 'react-router-dom';
import { Typography } from '@strapi/design-system';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { PersonSearch } from '../../search';
import { Panel } from '../../ui/Panel';

/** Somebody with a file is found first; a stranger is simply written below. */
export function FindPerson() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const visit = search.get('visit');
  return (
    <Panel title={t('receive.from-file')}>
      <PersonSearch
        label={t('receive.find')}
        nobody={<Typography>{t('receive.nobody')}</Typography>}
        onPick={({ id }) => navigate(visit ? paths.newRequestOf(visit, id) : paths.newRequest(id))}
      />
    </Panel>
  );
}
