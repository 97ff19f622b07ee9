import { Link, LinkButton, Typography } from '@strapi/design-system';
import { NavLink, useSearchParams } from 'react-router-dom';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { PageFrame } from '../../ui/PageFrame';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';

/** Where a member is after a conflict was declared: it is done, nothing is owed, and nothing is said of the item. */
export function StoodAsidePage() {
  const { t } = useWords();
  const [search] = useSearchParams();
  const session = search.get('session');
  return (
    <PageFrame title={t('stood-aside.title')}>
      <Panel title={t('stood-aside.done')}>
        <Stack>
          <Typography tag="p">{t('stood-aside.thanks')}</Typography>
          <Typography tag="p">{t('stood-aside.hidden')}</Typography>
          <Typography tag="p">
            {t('stood-aside.mistake')}{' '}
            <Link tag={NavLink} to={paths.conflicts}>
              {t('conflicts.title')}
            </Link>
          </Typography>
          <Stack>
            <LinkButton tag={NavLink} to={paths.mine} size="L">
              {t('stood-aside.next')}
            </LinkButton>
            <LinkButton
              tag={NavLink}
              to={session ? paths.session(session) : paths.committee}
              size="L"
              variant="tertiary"
            >
              {t('item.back')}
            </LinkButton>
          </Stack>
        </Stack>
      </Panel>
    </PageFrame>
  );
}
