import type { QuestionView } from '../../../contracts/reception';
import { channelSlugs } from '../../../contracts/vocabulary';
import type { ChannelSlug } from '../../../contracts/vocabulary';
import { useWords } from '../app/words';
import { Choice } from '../ui/Choice';
import { DeskDialog } from './DeskDialog';
import { useDeskForm } from './useDeskForm';

/** Ways by which a person tells a person. */
export const spokenChannels = channelSlugs.filter(
  (channel) => !['assistance', 'volunteering', 'website'].includes(channel),
);

interface Props {
  question: QuestionView;
  channel: ChannelSlug;
  close: () => void;
  reload: () => void;
}

/** The answer has reached who asked; it is kept as what was said. */
export function ToldDialog({ question, channel, close, reload }: Props) {
  const { t, word } = useWords();
  const form = useDeskForm<{ channel: string }>(`question.${question.id}.told`, { channel });

  const submit = async () => {
    const path = `/questions/${question.id}/told`;
    if (await form.post<QuestionView>(path, { channel: form.draft.channel }, t('told.done')))
      close();
    reload();
  };

  return (
    <DeskDialog
      title={t('question.tell')}
      intro={t('told.intro')}
      trouble={form.trouble}
      confirm={t('told.confirm')}
      busy={form.busy}
      submit={submit}
      close={close}
    >
      <Choice
        name="channel"
        label={t('told.channel')}
        value={form.draft.channel}
        options={spokenChannels.map((value) => ({ value, label: word('channel', value) }))}
        change={(chosen) => form.change({ channel: chosen })}
      />
    </DeskDialog>
  );
}
