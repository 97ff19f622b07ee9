import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { pagePermissions } from '../app/permissions';
import { FilesPage } from './FilesPage';

const Registry = () => (
  <Page.Protect permissions={pagePermissions.registry}>
    <Routes>
      <Route index element={<FilesPage />} />
    </Routes>
  </Page.Protect>
);

export default Registry;
