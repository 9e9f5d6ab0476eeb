Feature: RFC 9293 section 3.6.1: another connection out of TIME-WAIT
  Who has closed first remembers the connection for some minutes, so that nothing old is taken for new. A client that comes again
  from the same port need not wait for that, if its SYN shows that it is no old one: by its number, or by its timestamp.

  @RFC9293/MAY-2
  Rule: A number beyond all that the connection has used is new
    Scenario Outline: In TIME-WAIT, a SYN <place> begins another connection
      Given a connection in TIME-WAIT after a passive open
      When a SYN arrives <place>
      Then the endpoint answers with a new connection
      And the endpoint's application is told nothing
      And the connection is TIME-WAIT

      Examples:
        | place               |
        | inside the window   |
        | right of the window |

    Scenario: A new connection begins beyond all that was sent, though that was faster than the clock of its numbers
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data
      And the peer receives exactly what the endpoint's application sent
      And the endpoint's application calls CLOSE
      And the endpoint answers with its FIN
      And a FIN arrives at the left edge, acknowledging everything sent
      And the endpoint answers with an acknowledgment of it
      When a SYN arrives right of the window
      Then the endpoint answers with a new connection

    Scenario: When the new connection is over, the old one is so, too
      Given a connection in TIME-WAIT after a passive open
      And a SYN arrives inside the window
      And the endpoint answers with a new connection
      And the peer completes the handshake
      And nothing else happens for half a second
      When a reset arrives at the left edge
      Then the connection is CLOSED

  @RFC9293/3.6.1-RETURNS
  Rule: A SYN that turns out to be an old one begins nothing
    Scenario: In TIME-WAIT, a reset takes the new connection back, and the old one is still there
      Given a connection in TIME-WAIT after a passive open
      When the peer gets an answer to an old SYN, and resets it
      Then the connection is TIME-WAIT

  @RFC9293/SHLD-4
  Rule: With timestamps, a newer one is new, and an older one is old, whatever the number
    Scenario Outline: In TIME-WAIT, a SYN <place> begins another connection if it carries <stamp>
      Given a peer that offers timestamps
      And a connection in TIME-WAIT after a passive open
      And both ends have offered it
      When a SYN arrives <place>, carrying <stamp>
      Then the endpoint answers with a new connection
      And the endpoint's application is told nothing

      Examples:
        | place               | stamp                        |
        | left of the window  | a newer timestamp            |
        | inside the window   | a newer timestamp            |
        | right of the window | a newer timestamp            |
        | inside the window   | the same timestamp as before |
        | inside the window   | no timestamp                 |

    Scenario Outline: In TIME-WAIT, a SYN <place> changes nothing if it carries <stamp>
      Given a peer that offers timestamps
      And a connection in TIME-WAIT after a passive open
      And both ends have offered it
      When a SYN arrives <place>, carrying <stamp>
      Then the endpoint answers with nothing or what it expects next
      And the endpoint's application is told nothing
      And the connection is TIME-WAIT

      Examples:
        | place              | stamp                        |
        | left of the window | an older timestamp           |
        | inside the window  | an older timestamp           |
        | left of the window | the same timestamp as before |
        | left of the window | no timestamp                 |

    Scenario: In TIME-WAIT without timestamps, a SYN with one begins another connection
      Given a connection in TIME-WAIT after a passive open
      When a SYN arrives left of the window, carrying any timestamp
      Then the endpoint answers with a new connection
      And the endpoint's application is told nothing
