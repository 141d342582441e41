"""The same people under the same sections: Sathana's columns and OpenFisca-Core."""
