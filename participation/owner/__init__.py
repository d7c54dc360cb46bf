"""Owner: what the service owner adds to the children's pages. It knows no child and no answer."""
