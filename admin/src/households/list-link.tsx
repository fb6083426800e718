import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { listAddress, type ListFilter } from './list-filter';
import { personConditions } from './person-conditions';

interface ListLinkProps {
  readonly filter: ListFilter;
  readonly children: ReactNode;
  readonly className?: string;
  readonly title?: string;
}

/** Opens the list of exactly these conditions: a name searched for earlier no longer narrows it. */
export function ListLink({ filter, ...link }: ListLinkProps) {
  return <Link to={listAddress(filter)} onClick={() => personConditions.set('/query', '')} {...link} />;
}
