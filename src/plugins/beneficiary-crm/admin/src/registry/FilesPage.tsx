import { useWords } from '../app/words';
import { PageFrame } from '../ui/PageFrame';
import { Empty } from '../ui/States';

/** Every file that the person may see. */
export function FilesPage() {
  const { t } = useWords();
  return (
    <PageFrame title={t('registry.title')} subtitle={t('registry.subtitle')}>
      <Empty>{t('registry.empty')}</Empty>
    </PageFrame>
  );
}
