import { Page } from '@strapi/strapi/admin';
import { pagePermissions } from '../app/permissions';
import { SearchPage } from './SearchPage';

const Search = () => (
  <Page.Protect permissions={pagePermissions.search}>
    <SearchPage />
  </Page.Protect>
);

export default Search;
