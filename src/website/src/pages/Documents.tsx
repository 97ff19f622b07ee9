import type { PolicyDocumentView } from '../api/types';
import { t, tx } from '../texts/i18n';
import { Ltr } from '../ui/bits';
import { Loaded } from './Loaded';

const fileSize = (bytes: number) =>
  bytes >= 1024 * 1024
    ? tx('documents.size', { size: <Ltr>{(bytes / 1024 / 1024).toFixed(1)}</Ltr> })
    : tx('documents.sizeSmall', { size: <Ltr>{Math.ceil(bytes / 1024)}</Ltr> });

function Item({ document }: { document: PolicyDocumentView }) {
  const { title, summary, version, file } = document;
  const kind = file?.mime.split('/').pop()?.toUpperCase() ?? '';
  return (
    <li>
      <strong>{title}</strong>
      <p>{summary}</p>
      {version && <p class="hint">{tx('documents.version', { version: <Ltr>{version}</Ltr> })}</p>}
      {file ? (
        <p>
          <a
            href={file.url}
            target="_blank"
            rel="noopener"
            aria-label={`${t('documents.open')}: ${title}`}
          >
            {t('documents.open')}
          </a>{' '}
          <span class="hint">
            (<Ltr>{kind}</Ltr>، {fileSize(file.size)})
          </span>
        </p>
      ) : (
        <p class="hint">{t('documents.noFile')}</p>
      )}
    </li>
  );
}

function List({ documents }: { documents: PolicyDocumentView[] }) {
  return (
    <ul class="cards one">
      {documents.map((document) => (
        <Item key={document.slug} document={document} />
      ))}
    </ul>
  );
}

/** The three tools of the policy first (T1–T3), then whatever else is published. */
export function Documents() {
  return (
    <Loaded<PolicyDocumentView[]>
      path="/documents"
      title={t('documents.title')}
      lead={t('documents.lead')}
    >
      {(documents) => {
        const tools = documents.filter(({ tool }) => tool !== null);
        const others = documents.filter(({ tool }) => tool === null);
        if (documents.length === 0) return <p class="empty">{t('documents.empty')}</p>;
        tools.sort((a, b) => (a.tool ?? '').localeCompare(b.tool ?? ''));
        return (
          <>
            <List documents={tools} />
            {others.length > 0 && (
              <>
                <h2>{t('documents.others')}</h2>
                <List documents={others} />
              </>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
