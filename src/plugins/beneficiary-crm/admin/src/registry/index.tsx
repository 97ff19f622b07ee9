import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { needs, pagePermissions } from '../app/permissions';
import { FilePage } from './file/FilePage';
import { FilesPage } from './FilesPage';
import { NewFilePage } from './NewFilePage';

const write = needs('registry.write');

const Registry = () => (
  <Page.Protect permissions={pagePermissions.registry}>
    <Routes>
      <Route index element={<FilesPage />} />
      <Route
        path="new"
        element={
          <Page.Protect permissions={write}>
            <NewFilePage />
          </Page.Protect>
        }
      />
      <Route path=":id" element={<FilePage />} />
    </Routes>
  </Page.Protect>
);

export default Registry;
