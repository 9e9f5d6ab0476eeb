Feature: RFC 4987 section 2: SYN flooding
  A SYN costs its sender nothing, and a server a place among the connections that are on their way. Strangers who send many and never
  answer must not keep others out for ever.

  Rule: A flood harms nobody who is connected
    @RFC4987/FLOOD @crowded
    Scenario: A connection goes on while strangers flood its port
      Given a connection in ESTABLISHED after a passive open
      When hundreds of strangers send a SYN each to the same port, and nothing more
      Then the endpoint's application is not told that the connection has failed
      And the connection is ESTABLISHED

  Rule: Whoever keeps asking gets in
    @RFC4987/FLOOD @crowded
    Scenario: A client gets its connection in spite of a flood
      Given the endpoint's application listens on port 80
      When hundreds of strangers send a SYN each to the same port, and nothing more
      Then a client that asks again and again gets its connection
