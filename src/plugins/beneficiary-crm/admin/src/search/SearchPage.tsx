import { Box } from '@strapi/design-system';
import { useNarrow } from '../app/useMedia';
import { useWords } from '../app/words';
import { PageFrame } from '../ui/PageFrame';
import { PersonSearch } from './PersonSearch';
import { useOpening } from './useOpening';

/** The search as a page: for a phone, and for whoever looks for it in the menu. */
export function SearchPage() {
  const { t } = useWords();
  const narrow = useNarrow();
  const opening = useOpening();
  return (
    <PageFrame title={t('search.title')} subtitle={narrow ? undefined : t('search.subtitle')}>
      <Box background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 4, medium: 6 }}>
        <PersonSearch label={t('search.label')} autoFocus {...opening} />
      </Box>
    </PageFrame>
  );
}
