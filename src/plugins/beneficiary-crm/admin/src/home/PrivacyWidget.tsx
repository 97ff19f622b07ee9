import { Widget } from '@strapi/strapi/admin';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { usePermission } from '../app/usePermission';
import { useWords } from '../app/words';
import { Counts } from './Counts';
import { HomeWidget } from './HomeWidget';

/** Comments that may still name somebody: a list for who clears them, a number for who protects data. */
export function PrivacyWidget() {
  const { t } = useWords();
  const { number, day } = useFormats();
  const clears = usePermission('comments.release');
  return (
    <HomeWidget>
      {({ comments }) => {
        if (!comments?.waiting) return <Widget.NoData>{t('home.no-comments')}</Widget.NoData>;
        const { waiting: n, oldest } = comments;
        return (
          <>
            {clears ? (
              <Counts
                counts={[
                  { key: 'comments', label: t('home.comments-waiting'), n, to: paths.comments },
                ]}
              />
            ) : (
              <Flex justifyContent="space-between" gap={3} padding={3}>
                <Typography>{t('home.comments-waiting')}</Typography>
                <Typography variant="beta" tag="span">
                  {number(n)}
                </Typography>
              </Flex>
            )}
            {oldest && (
              <Box padding={3}>
                <Typography tag="p" textColor="neutral600">
                  {t('home.comments-oldest', { week: day(oldest) })}
                </Typography>
              </Box>
            )}
          </>
        );
      }}
    </HomeWidget>
  );
}
