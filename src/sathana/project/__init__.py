"""The whole site put together: settings, addresses, the server."""
