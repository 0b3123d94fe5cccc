"""Knows Socket.IO and the presence socket: decodes, lets ``live`` decide, stores, then broadcasts.

Never knows layouts, builds or pages; ``app`` says which venues there are in plain values.

How ``app`` uses it::

    from hallwright.gateway.concurrency import patch        # imports nothing else of ours
    patch("eventlet")                                       # first line of the process, before other imports

    from hallwright.gateway.attaching import attach
    from hallwright.presence.plan import AreaPlan, ZonePlan

    # makes the SocketIO, wraps app.wsgi_app
    gateway = attach(app, async_mode="eventlet", database=database, origins=settings.origins)
    gateway.open_venue("wmc", revision, (AreaPlan("main-hall", (200.0, 100.0), (ZonePlan("a", polygon),)),))
    gateway.rebuilt("wmc", revision, areas)                 # after a publish: tells every browser `rebuilt`
    gateway.announce("wmc", en="…", zh="…")                 # an announcement to everyone in the venue
    gateway.spawn(function, *args); gateway.sleep(0.5)      # background work in either async mode
    gateway.run(host, port)                                 # blocks; serves the Flask app, /socket.io/ and /presence

Areas and zones go in the order of the manifest: their places in it are the indices of the position frames.
``open_venue`` and ``rebuilt`` are the same call when the venue is open already. All of it may be called from any
greenlet or thread.
"""
