"""The demo municipality of Lyngvær, which is not on any map, and the journeys played in it."""
