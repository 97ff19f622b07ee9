import { useNavigate } from 'react-router-dom';
import type { PersonHit, RequestHit } from '../../../contracts/registry';
import { paths } from '../app/paths';

/** What choosing leads to: the person's file, or the request. */
export function useOpening() {
  const navigate = useNavigate();
  return {
    onPick: ({ id }: PersonHit) => void navigate(paths.person(id)),
    onPickRequest: ({ id }: RequestHit) => void navigate(paths.request(id)),
  };
}
