# Made of tools/register/description.ts by tools/register/templates/write.ts: change that.
terraform {
  required_providers {
    azuread = { source = "hashicorp/azuread", version = "~> 3.0" }
  }
}

resource "azuread_application" "app" {
  display_name     = "Angular Entra ID sample"
  sign_in_audience = "AzureADMyOrg"
  tags             = ["angular-entra-id"]

  single_page_application {
    redirect_uris = [
      "http://localhost:3000/",
      "http://localhost:3000/de/",
      "http://localhost:3000/ja/",
      "http://localhost:3000/ar/",
      "http://localhost:3000/redirect.html",
    ]
  }

  api {
    requested_access_token_version = 2

    oauth2_permission_scope {
      id                         = "5f0d2c1e-8f6b-4c1a-9a53-0b8b6a1f2d11"
      value                      = "Tasks.Read"
      type                       = "User"
      admin_consent_display_name = "Read your tasks"
      admin_consent_description  = "The app reads your tasks in the example API."
      user_consent_display_name  = "Read your tasks"
      user_consent_description   = "The app reads your tasks in the example API."
    }

    oauth2_permission_scope {
      id                         = "5f0d2c1e-8f6b-4c1a-9a53-0b8b6a1f2d12"
      value                      = "Tasks.ReadWrite"
      type                       = "User"
      admin_consent_display_name = "Read and change your tasks"
      admin_consent_description  = "The app reads, adds, changes and deletes your tasks in the example API."
      user_consent_display_name  = "Read and change your tasks"
      user_consent_description   = "The app reads, adds, changes and deletes your tasks in the example API."
    }
  }

  app_role {
    id                   = "5f0d2c1e-8f6b-4c1a-9a53-0b8b6a1f2d01"
    value                = "Admin"
    display_name         = "Administrators"
    description          = "See the administration page."
    allowed_member_types = ["User"]
  }

  app_role {
    id                   = "5f0d2c1e-8f6b-4c1a-9a53-0b8b6a1f2d02"
    value                = "Tasks.Admin"
    display_name         = "Task administrators"
    description          = "Revoke the sessions of people in the example API."
    allowed_member_types = ["User"]
  }

  optional_claims {
    id_token { name = "login_hint" }
    id_token { name = "sid" }
  }

  required_resource_access {
    resource_app_id = "00000003-0000-0000-c000-000000000000"

    # User.Read
    resource_access {
      id   = "e1fe6dd8-ba31-4d61-89e7-88639da4683d"
      type = "Scope"
    }

    # Mail.Read
    resource_access {
      id   = "570282fd-fa5c-430d-a7fd-fc8dc98a9dca"
      type = "Scope"
    }

    # Calendars.Read
    resource_access {
      id   = "465a38f9-76ea-45b9-9f34-9e8b0d4b0b42"
      type = "Scope"
    }

    # MailboxSettings.Read
    resource_access {
      id   = "87f447af-9fa4-4c32-9dfa-4a57a73d18ce"
      type = "Scope"
    }

    # User.ReadBasic.All
    resource_access {
      id   = "b340eb25-3456-403f-be2f-af7a0d370277"
      type = "Scope"
    }

    # Mail.ReadWrite
    resource_access {
      id   = "024d486e-b451-40bb-833d-3e66d98c5c73"
      type = "Scope"
    }

    # User.Read.All
    resource_access {
      id   = "a154be20-db9c-4678-8ab7-66f6cc099a59"
      type = "Scope"
    }

    # GroupMember.Read.All
    resource_access {
      id   = "bc024368-1153-4739-b217-4326f2e966d0"
      type = "Scope"
    }
  }

  lifecycle {
    ignore_changes = [identifier_uris]
  }
}

resource "azuread_application_identifier_uri" "app" {
  application_id = azuread_application.app.id
  identifier_uri = "api://${azuread_application.app.client_id}"
}

resource "azuread_service_principal" "app" {
  client_id = azuread_application.app.client_id
}

output "client_id" { value = azuread_application.app.client_id }
