Feature: RFC 6298 section 5: managing the retransmission timer
  There is one timer for a connection. It runs while something is under way, and begins anew with each answer. What happens when it
  runs out is told elsewhere; here is when it must run out, and when not.

  Rule: Every answer begins the timer anew, and nothing else does
    @RFC6298/ANEW @virtual-time
    Scenario Outline: After an acknowledgment the rest has its whole time again, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data, and nobody answers
      And nothing else happens for half a second
      When the peer acknowledges any part of it
      Then the endpoint waits a whole timeout for the rest

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC6298/ANEW @virtual-time
    Scenario Outline: It has so if there are selective acknowledgments, too, and the <opener> has opened the connection
      Given a peer that offers selective acknowledgments
      And a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data, and nobody answers
      And nothing else happens for half a second
      When the peer acknowledges any part of it
      Then the endpoint waits a whole timeout for the rest

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC6298/ANEW @virtual-time
    Scenario: It has so when losses were repaired before
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data
      And the peer receives exactly what the endpoint's application sent
      And the peer keeps what comes behind a gap
      And the endpoint's application sends several full segments, but any few segments of it is lost on the way
      And the peer receives exactly what the endpoint's application sent
      And nothing else happens for half a second
      And the peer falls silent
      And the endpoint's application sends a lot of any data, and nobody answers
      And nothing else happens for half a second
      When the peer acknowledges any part of it
      Then the endpoint waits a whole timeout for the rest

    @RFC6298/ANEW @virtual-time
    Scenario: It has so while a loss is repaired, too
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data, and nobody answers
      And nothing else happens for half a second
      When the peer asks again for the beginning of it, and then for any later part
      Then the endpoint waits a whole timeout for the rest

    @RFC6298/GOES-ON @virtual-time
    Scenario Outline: Who goes on sending does not forget the first segment, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the endpoint's application sends a full segment now and then
      Then the endpoint does not wait longer because more was sent meanwhile

      Examples:
        | opener   |
        | endpoint |
        | peer     |

  Rule: A round trip that was measured counts more than timeouts
    # On a busy machine a good answer takes as long as a bad one.
    @RFC6298/COLLAPSE @virtual-time
    Scenario: After two timeouts and a good answer the next timeout is as short as the first
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends a few octets, and nobody answers
      And the endpoint sends the data
      And the endpoint sends the data again
      And the endpoint sends the data again
      And the peer answers again
      And the peer receives exactly what the endpoint's application sent
      And the endpoint's application sends a few octets more
      And the peer receives exactly what the endpoint's application sent
      And the peer falls silent
      When the endpoint's application sends a few octets, and nobody answers
      Then the endpoint waits no longer than at first

    @RFC6298/COLLAPSE @virtual-time
    Scenario: It is so with timestamps, too
      Given a peer that offers timestamps
      And a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends a few octets, and nobody answers
      And the endpoint sends the data
      And the endpoint sends the data again
      And the endpoint sends the data again
      And the endpoint sends the data again
      And the peer answers again
      And the peer receives exactly what the endpoint's application sent
      And the endpoint's application sends a few octets more
      And the peer receives exactly what the endpoint's application sent
      And the peer falls silent
      When the endpoint's application sends a few octets, and nobody answers
      Then the endpoint waits no longer than at first

  Rule: After a lost SYN it is three seconds
    @RFC6298/LOST-SYN
    Scenario Outline: Who had to send <what> twice is more patient with its data
      Given a connection in <state>
      And the endpoint sends <what> again
      And the peer <answers>
      And the endpoint's application is told that it is connected
      And the peer falls silent
      When the endpoint's application sends any data, and nobody answers
      Then the endpoint sends the data
      And the endpoint sends the data again
      And at least three seconds lie between the two

      Examples:
        | state                             | what                                  | answers                    |
        | SYN-SENT                          | its SYN, without ACK and without data | answers with a SYN and ACK |
        | SYN-RECEIVED after a passive open | its SYN and ACK                       | completes the handshake    |
