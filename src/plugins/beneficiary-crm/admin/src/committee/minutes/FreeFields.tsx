import { Typography } from '@strapi/design-system';
import type { MinutesView } from '../../../../contracts/minutes';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { AreaField } from '../../ui/Fields';
import { Stack } from '../../ui/Prose';
import type { FreeParts, MinutesDraft } from './draft';

interface Props {
  minutes: MinutesView;
  draft: MinutesDraft;
  /** as they stand in the fields */
  parts: FreeParts;
  type: (part: Partial<MinutesDraft>) => void;
}

/** What the record cannot know: how the session began and ended, and what was said on each item. */
export function FreeFields({ minutes, draft, parts, type }: Props) {
  const { t } = useWords();
  const { number } = useFormats();
  return (
    <Stack>
      <AreaField
        name="opening"
        label={t('minutes.opening')}
        hint={t('minutes.opening-hint')}
        maxLength={6000}
        value={parts.opening}
        change={(opening) => type({ opening })}
      />
      {minutes.items.map(({ id, position, applicantName }) => (
        <section
          key={id}
          aria-label={t('minutes.summary-of', { n: number(position), name: applicantName })}
        >
          {/* A label would cut a long name. */}
          <Typography tag="h3" fontWeight="bold" paddingBottom={1}>
            {t('session.item', { n: number(position) })} <Bdi>{applicantName}</Bdi>
          </Typography>
          <AreaField
            name={`summary.${id}`}
            label={t('minutes.summary')}
            maxLength={6000}
            value={parts.summaries[id] ?? ''}
            change={(text) => type({ summaries: { ...draft.summaries, [id]: text } })}
          />
        </section>
      ))}
      <AreaField
        name="closing"
        label={t('minutes.closing')}
        hint={t('minutes.closing-hint')}
        maxLength={6000}
        value={parts.closing}
        change={(closing) => type({ closing })}
      />
    </Stack>
  );
}
