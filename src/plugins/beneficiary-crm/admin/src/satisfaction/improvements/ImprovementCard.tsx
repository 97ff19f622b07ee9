import { Flex, Typography } from '@strapi/design-system';
import type { ImprovementRow } from '../../../../contracts/improvements';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { CardLink } from '../../ui/CardList';
import { Tag } from '../../ui/Tag';
import { useEffectWords } from './useEffectWords';

/** An action in a list: what, who, until when, and what it has brought so far. */
export function ImprovementCard({ improvement }: { improvement: ImprovementRow }) {
  const { t, word } = useWords();
  const { day } = useFormats();
  const { sentence } = useEffectWords();
  const { id, title, source, owner, dueOn, doneOn, late, theme, effect } = improvement;
  return (
    <CardLink to={paths.improvement(id)}>
      <Flex gap={3} wrap="wrap">
        <Typography fontWeight="bold">
          <Bdi>{title}</Bdi>
        </Typography>
        {late && <Tag tone="danger">{t('improvements.late')}</Tag>}
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {[
          word('improvement_source', source),
          owner ? t('improvements.of', { name: owner.name }) : t('improvements.unowned'),
          doneOn
            ? t('improvements.done-on', { day: day(doneOn) })
            : dueOn && t('improvements.due-on', { day: day(dueOn) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      {theme && effect && (
        <Typography variant="pi" textColor="neutral800">
          {sentence(effect)}
        </Typography>
      )}
    </CardLink>
  );
}
