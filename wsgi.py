"""The application for any WSGI server: `flask --app wsgi`, or your own."""

from participation import create_app

app = create_app()
