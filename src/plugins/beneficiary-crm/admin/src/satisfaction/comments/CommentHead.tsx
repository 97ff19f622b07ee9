import { Flex, Typography } from '@strapi/design-system';
import type { CommentRow } from '../../../../contracts/comments';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Tag } from '../../ui/Tag';

/** What is known of a comment: the week in which it came out of the crowd, and the service where that tells nobody. */
export function CommentHead({ comment: { week, service, low } }: { comment: CommentRow }) {
  const { t } = useWords();
  const { day } = useFormats();
  return (
    <Flex gap={3} wrap="wrap">
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('comments.week', { week: day(week) })}
        {service && ` · ${service.name}`}
      </Typography>
      {low && <Tag tone="warning">{t('comments.low')}</Tag>}
    </Flex>
  );
}
