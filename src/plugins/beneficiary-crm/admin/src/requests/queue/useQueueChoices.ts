import type { Colleagues } from '../../../../contracts/queue';
import { channelSlugs, requestKinds, requestStatuses } from '../../../../contracts/vocabulary';
import type { Loaded } from '../../app/api';
import { usePermission } from '../../app/usePermission';
import { useServices } from '../../app/useServices';
import { useWords } from '../../app/words';
import { useRegistryChoices } from '../../registry/useRegistryChoices';
import type { Option } from '../../ui/Choice';
import type { FilterName } from '../queue';

/** What each filter of the queue offers. The days are typed, and offer nothing. */
export type QueueChoices = Record<Exclude<FilterName, 'from' | 'to'>, readonly Option[]>;

export function useQueueChoices({ data: colleagues }: Loaded<Colleagues>): QueueChoices {
  const { t, word } = useWords();
  const services = useServices();
  const branches = useRegistryChoices()?.branches ?? [];
  const everywhere = usePermission('requests.all-branches');
  const list = (name: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: word(name, value) }));
  const named = (from: readonly { slug: string; name: string }[]) =>
    from.map(({ slug, name }) => ({ value: slug, label: name }));
  return {
    // A draft is still with its applicant.
    status: list(
      'status',
      requestStatuses.filter((status) => status !== 'draft'),
    ),
    kind: list('kind', requestKinds),
    channel: list('channel', channelSlugs),
    service: named(services),
    branch: everywhere ? named(branches) : [],
    assignee: [
      { value: 'none', label: t('inbox.nobody') },
      { value: 'gone', label: t('inbox.assignee-gone') },
      ...(colleagues?.people ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
    ],
    step: [{ value: 'overdue', label: t('inbox.step-overdue') }],
  };
}
