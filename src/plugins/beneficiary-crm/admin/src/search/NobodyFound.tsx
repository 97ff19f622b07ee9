import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { paths } from '../app/paths';
import { usePermission } from '../app/usePermission';
import { useWords } from '../app/words';

/** Nobody is sent away for want of a file: it is opened. */
export function NobodyFound() {
  const { t } = useWords();
  const mayWrite = usePermission('registry.write');
  return (
    <Flex direction="column" alignItems="start" gap={3}>
      <Typography tag="p">{t(mayWrite ? 'search.nobody-open' : 'search.nobody')}</Typography>
      {mayWrite && (
        <LinkButton
          tag={NavLink}
          to={paths.newPerson}
          variant="secondary"
          startIcon={<Plus aria-hidden />}
        >
          {t('registry.new')}
        </LinkButton>
      )}
    </Flex>
  );
}
