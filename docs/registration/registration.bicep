// Made of tools/register/description.ts by tools/register/templates/write.ts: change that.
extension 'br:mcr.microsoft.com/bicep/extensions/microsoftgraph/v1.0:1.0.0'

resource app 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: 'angular-entra-id'
  displayName: 'Angular Entra ID sample'
  signInAudience: 'AzureADMyOrg'
  tags: [
    'angular-entra-id'
  ]
  spa: {
    redirectUris: [
      'http://localhost:3000/'
      'http://localhost:3000/de/'
      'http://localhost:3000/ja/'
      'http://localhost:3000/ar/'
      'http://localhost:3000/redirect.html'
    ]
  }
  web: {
    redirectUris: []
    implicitGrantSettings: {
      enableIdTokenIssuance: false
      enableAccessTokenIssuance: false
    }
  }
  api: {
    requestedAccessTokenVersion: 2
    oauth2PermissionScopes: [
      {
        id: '5f0d2c1e-8f6b-4c1a-9a53-0b8b6a1f2d11'
        value: 'Tasks.Read'
        type: 'User'
        isEnabled: true
        adminConsentDisplayName: 'Read your tasks'
        adminConsentDescription: 'The app reads your tasks in the example API.'
        userConsentDisplayName: 'Read your tasks'
        userConsentDescription: 'The app reads your tasks in the example API.'
      }
      {
        id: '5f0d2c1e-8f6b-4c1a-9a53-0b8b6a1f2d12'
        value: 'Tasks.ReadWrite'
        type: 'User'
        isEnabled: true
        adminConsentDisplayName: 'Read and change your tasks'
        adminConsentDescription: 'The app reads, adds, changes and deletes your tasks in the example API.'
        userConsentDisplayName: 'Read and change your tasks'
        userConsentDescription: 'The app reads, adds, changes and deletes your tasks in the example API.'
      }
    ]
  }
  appRoles: [
    {
      id: '5f0d2c1e-8f6b-4c1a-9a53-0b8b6a1f2d01'
      value: 'Admin'
      displayName: 'Administrators'
      description: 'See the administration page.'
      isEnabled: true
      allowedMemberTypes: [
        'User'
      ]
    }
    {
      id: '5f0d2c1e-8f6b-4c1a-9a53-0b8b6a1f2d02'
      value: 'Tasks.Admin'
      displayName: 'Task administrators'
      description: 'Revoke the sessions of people in the example API.'
      isEnabled: true
      allowedMemberTypes: [
        'User'
      ]
    }
  ]
  optionalClaims: {
    idToken: [
      {
        name: 'login_hint'
      }
      {
        name: 'sid'
      }
    ]
    accessToken: []
  }
  requiredResourceAccess: [
    {
      resourceAppId: '00000003-0000-0000-c000-000000000000'
      resourceAccess: [
        {
          id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d'
          type: 'Scope'
        }
        {
          id: '570282fd-fa5c-430d-a7fd-fc8dc98a9dca'
          type: 'Scope'
        }
        {
          id: '465a38f9-76ea-45b9-9f34-9e8b0d4b0b42'
          type: 'Scope'
        }
        {
          id: '87f447af-9fa4-4c32-9dfa-4a57a73d18ce'
          type: 'Scope'
        }
        {
          id: 'b340eb25-3456-403f-be2f-af7a0d370277'
          type: 'Scope'
        }
        {
          id: '024d486e-b451-40bb-833d-3e66d98c5c73'
          type: 'Scope'
        }
        {
          id: 'a154be20-db9c-4678-8ab7-66f6cc099a59'
          type: 'Scope'
        }
        {
          id: 'bc024368-1153-4739-b217-4326f2e966d0'
          type: 'Scope'
        }
      ]
    }
  ]
}

resource principal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: app.appId
}

output clientId string = app.appId
