import type { ServiceSummary } from '../api/types';
import { categoryName } from './category';

export function ServiceList({ services }: { services: ServiceSummary[] }) {
  return (
    <ul class="cards">
      {services.map(({ slug, name, summary, category }) => (
        <li key={slug}>
          <p class="caption">{categoryName(category)}</p>
          <a href={`/services/${encodeURIComponent(slug)}`}>
            <strong>{name}</strong>
          </a>
          <p>{summary}</p>
        </li>
      ))}
    </ul>
  );
}
