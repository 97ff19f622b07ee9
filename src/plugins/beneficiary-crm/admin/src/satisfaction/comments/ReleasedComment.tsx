import { Box, LinkButton, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { CommentRow } from '../../../../contracts/comments';
import { paths } from '../../app/paths';
import { usePermission } from '../../app/usePermission';
import { useWords } from '../../app/words';
import { Prose, Stack } from '../../ui/Prose';
import { CommentHead } from './CommentHead';

interface Props {
  comment: CommentRow;
  /** it led to an action already */
  used: boolean;
}

/** A comment that may be read; one that came with a low grade asks for something to be done about it. */
export function ReleasedComment({ comment, used }: Props) {
  const { t } = useWords();
  const keeps = usePermission('improvements.keep');
  const { id, service, text, low } = comment;
  return (
    <Box
      tag="article"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 6 }}
    >
      <Stack>
        <CommentHead comment={comment} />
        <Prose>{text}</Prose>
        {used ? (
          <Typography tag="p" variant="pi" textColor="success700">
            {t('comments.used')}
          </Typography>
        ) : (
          keeps && (
            <div>
              <LinkButton
                tag={NavLink}
                variant={low ? 'secondary' : 'tertiary'}
                to={paths.newImprovement({
                  comment: id,
                  ...(service ? { service: service.slug } : {}),
                })}
              >
                {t('comments.improve')}
              </LinkButton>
            </div>
          )
        )}
      </Stack>
    </Box>
  );
}
