Feature: RFC 9293 section 3.8.6: managing the window
  The receiver says how much it takes. It should never take back what it has said, but some do, and the sender has to live
  with it.

  Rule: A sender puts up with a window that shrinks
    @RFC9293/MUST-34 @RFC9293/MUST-35
    Scenario: A window that was taken back is probed, and the data follows when it opens
      Given a connection that the peer has opened, starting at any sequence number
      And the peer takes its window back
      When the endpoint's application sends any data
      Then the endpoint sends a window probe
      And the endpoint sends a window probe again
      And once the peer opens its window, the peer receives exactly what the endpoint's application sent

    @RFC9293/SHLD-15
    Scenario Outline: Nothing new is sent while what is under way ends behind the window, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data, and nobody answers
      When the peer acknowledges any part of it, and offers less than is under way
      Then the endpoint never sends anything new

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/SHLD-16
    Scenario Outline: What fits into a window that has shrunk is sent again, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data, and nobody answers
      When the peer acknowledges any part of it, and offers less than is under way
      Then the endpoint sends the rest again

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/SHLD-17
    Scenario: A peer that never takes what is under way behind its window ends nothing
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data, and nobody answers
      And the peer acknowledges any part of it, and offers less than is under way
      When the peer takes what its window allows, and offers no more
      And nothing else happens for a long time
      Then once the peer opens its window, the peer receives exactly what the endpoint's application sent
