import { Flex, Tabs, Typography } from '@strapi/design-system';
import { useLocation, useSearchParams } from 'react-router-dom';
import type { AgendaItemDetail } from '../../../../contracts/items';
import { useWords } from '../../app/words';
import { PaperButton } from '../../ui/PaperButton';
import { ScrollingTabs } from '../../ui/ScrollingTabs';
import { DiscussionPart } from './DiscussionPart';
import { DossierPart } from './DossierPart';
import { RequestPart } from './RequestPart';
import { StudyPart } from './StudyPart';

const parts = ['study', 'request', 'family', 'discussion'] as const;

/** The file that the members study before they vote, in parts; the part that is open survives a refresh. */
export function CaseFile({ item, path }: { item: AgendaItemDetail; path: string }) {
  const { t, dir } = useWords();
  const [search, setSearch] = useSearchParams();
  const { state } = useLocation();
  const part =
    parts.find((known) => known === search.get('part')) ?? (item.file.study ? 'study' : 'request');
  return (
    <section aria-label={t('case.title')}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap" paddingBottom={3}>
        <Typography tag="h2" variant="delta">
          {t('case.title')}
        </Typography>
        <PaperButton path={`${path}/case-file`} name={`case-${item.reference}.pdf`}>
          {t('paper.case-file')}
        </PaperButton>
      </Flex>
      <Tabs.Root
        dir={dir}
        variant="simple"
        value={part}
        onValueChange={(next) => setSearch({ part: next }, { replace: true, state })}
      >
        <ScrollingTabs>
          <Tabs.List aria-label={t('case.title')}>
            {parts.map((name) => (
              <Tabs.Trigger key={name} value={name}>
                {t(`case.part.${name}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </ScrollingTabs>
        <Tabs.Content value="study">
          <StudyPart file={item.file} />
        </Tabs.Content>
        <Tabs.Content value="request">
          <RequestPart file={item.file} />
        </Tabs.Content>
        <Tabs.Content value="family">
          <DossierPart path={path} amount={item.motion.amount} />
        </Tabs.Content>
        <Tabs.Content value="discussion">
          {/* Who has voted may read at once what the others wrote. */}
          <DiscussionPart key={String(item.myBallot !== null)} path={path} item={item.id} />
        </Tabs.Content>
      </Tabs.Root>
    </section>
  );
}
