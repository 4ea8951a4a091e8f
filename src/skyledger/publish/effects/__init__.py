"""What attacks did and how they were told: a night looked back on, closed times and harm, the mix of weapons."""
