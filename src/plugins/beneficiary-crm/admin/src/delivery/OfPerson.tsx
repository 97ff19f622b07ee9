import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { AllocationView } from '../../../contracts/delivery';
import { useCrm } from '../app/api';
import { paths } from '../app/paths';
import { Bdi } from '../ui/Bdi';
import { Stack } from '../ui/Prose';
import { Show } from '../ui/States';
import { AllocationPanel } from './AllocationPanel';
import { Entries } from './Entries';

/** What was allocated to a person, each with what was handed over of it. */
export function AllocationsOfPerson({ id }: { id: string }) {
  const allocations = useCrm<AllocationView[]>(`/beneficiaries/${id}/allocations`);
  return (
    <Show from={allocations} lines={3}>
      {(all) => (
        <Stack>
          {all.map((allocation) => (
            <AllocationPanel key={allocation.id} allocation={allocation}>
              <Entries allocation={allocation} />
              <div>
                <Link tag={NavLink} to={`${paths.request(allocation.requestId)}?tab=service`}>
                  <Bdi dir="ltr">{allocation.reference}</Bdi>
                </Link>
              </div>
            </AllocationPanel>
          ))}
        </Stack>
      )}
    </Show>
  );
}
